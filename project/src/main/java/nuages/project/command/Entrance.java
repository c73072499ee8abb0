package nuages.project.command;

import nuages.server.ManagementSettings;
import nuages.server.ServerSettings;

/** Where requests come in. Threads share it. */
public interface Entrance {
    /**
     * Lets requests in to a site.
     *
     * @param site what answers them
     * @param server where they come in
     * @param management where operators do
     * @throws nuages.data.error.SettingsException if nothing can listen there
     */
    Opened open(Site site, ServerSettings server, ManagementSettings management);

    /** An entrance that lets requests in. */
    interface Opened {
        /** Where requests come in, such as {@code http://127.0.0.1:8000/}. */
        Place place();

        /** Where operators do. */
        Place management();

        /** Whether it was open before, for another site, so that everybody knows where it is. */
        boolean renewed();

        /** Lets no more requests in, and waits for those that are being answered, but not for long. */
        void close();
    }
}
