/**
 * Real database servers on loopback for a test run, and the faults that a test can put between a program and its
 * database: a {@link nuages.testing.servers.FaultDriver} inside JDBC, a {@link nuages.testing.servers.FaultProxy} on
 * the network.
 */
@NullMarked
package nuages.testing.servers;

import org.jspecify.annotations.NullMarked;
