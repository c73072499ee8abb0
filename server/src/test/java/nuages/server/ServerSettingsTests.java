package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import nuages.data.error.SettingsException;
import org.junit.jupiter.api.Test;

class ServerSettingsTests {
    @Test
    void a_wrong_value_names_itself_and_an_example() {
        assertThatThrownBy(() -> ServerSettings.standard().with(change -> change.port = 70_000))
                .isInstanceOf(SettingsException.class)
                .hasMessage("server.port is 70000: it must be between 0 and 65535, for example server.port=8000");
    }

    @Test
    void no_limit_can_be_switched_off_by_mistake() {
        List<Consumer<ServerSettings.Change>> mistakes = List.of(
                change -> change.host = "",
                change -> change.port = -1,
                change -> change.requestDeadline = Duration.ZERO,
                change -> change.requestLineBytes = 0,
                change -> change.headerBytes = 0,
                change -> change.headerCount = 0,
                change -> change.bodyBytes = -1,
                change -> change.headerTime = Duration.ZERO,
                change -> change.bodyBytesPerSecond = 0,
                change -> change.bodyGrace = Duration.ofSeconds(-1),
                change -> change.writeStall = Duration.ZERO,
                change -> change.idleTime = Duration.ZERO,
                change -> change.connections = 0,
                change -> change.connectionsPerAddress = 0,
                change -> change.requestsInFlight = 0,
                change -> change.drainTime = Duration.ofSeconds(-1));

        assertThat(mistakes)
                .allSatisfy(mistake -> assertThatThrownBy(
                                () -> ServerSettings.standard().with(mistake))
                        .isInstanceOf(SettingsException.class)
                        .hasMessageContaining("for example"));
    }

    @Test
    void management_is_checked_too() {
        assertThatThrownBy(() -> ManagementSettings.standard().withPort(-1)).isInstanceOf(SettingsException.class);
    }
}
