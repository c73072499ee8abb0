package nuages.project.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nuages.data.error.SettingsException;
import org.junit.jupiter.api.Test;

class PlaceTests {
    @Test
    void a_place_is_a_port_with_or_without_an_address() {
        assertThat(Place.parse("8000")).isEqualTo(new Place("", 8000));
        assertThat(Place.parse("0.0.0.0:8000")).isEqualTo(new Place("0.0.0.0", 8000));
        assertThat(Place.parse("[::1]:8000")).isEqualTo(new Place("::1", 8000));
        assertThatThrownBy(() -> Place.parse("::1:8000")).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> Place.parse("localhost")).isInstanceOf(SettingsException.class);
    }

    @Test
    void its_url_can_be_typed_into_a_browser() {
        assertThat(new Place("127.0.0.1", 8000).url("http")).isEqualTo("http://127.0.0.1:8000/");
        assertThat(new Place("::1", 8443).url("https")).isEqualTo("https://[::1]:8443/");
    }
}
