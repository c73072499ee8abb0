package nuages.web.form;

import static nuages.web.form.Sending.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import nuages.testing.servers.Kind;
import nuages.web.form.shelf.Device;
import nuages.web.form.shelf.Device_;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceFormTests {
    private static final ModelForm<Device> FORM =
            ModelForm.of(Device.class, Device_.address, Device_.settings, Device_.pages, Device_.marks, Device_.owners);

    @ParameterizedTest
    @EnumSource
    void addresses_and_documents_are_entered_as_texts(Kind kind) {
        ShelfBench.on(kind, () -> {
            var sent = form(
                    "address",
                    "2001:db8::7",
                    "settings",
                    "{\"size\": 12}",
                    "pages",
                    "{\"Emma\": 7}",
                    "marks",
                    "[{\"page\": 3, \"text\": \"<b>\"}]",
                    "owners",
                    "Ada",
                    "owners",
                    "Bob");

            assertThat(FORM.save(sent)).isInstanceOf(Valid.class);

            var device = Device.objects.one();
            assertThat(device.address).isEqualTo(InetAddress.ofLiteral("2001:db8::7"));
            assertThat(device.settings.replace(" ", "")).isEqualTo("{\"size\":12}");
            assertThat(device.pages).isEqualTo(Map.of("Emma", 7));
            assertThat(device.marks).containsExactly(new Device.Mark(3, "<b>"));
            assertThat(device.owners).containsExactly("Ada", "Bob");
            var shown = FORM.show(device);
            assertThat(shown.field("address").value()).isEqualTo("2001:db8:0:0:0:0:0:7");
            assertThat(shown.field("pages").value()).isEqualTo("{\"Emma\":7}");
            assertThat(shown.field("marks").value()).isEqualTo("[{\"page\":3,\"text\":\"<b>\"}]");
            assertThat(shown.field("marks").kind()).isEqualTo(Widget.Kind.TEXTAREA);
            assertThat(shown.html())
                    .contains("[{&quot;page&quot;:3,&quot;text&quot;:&quot;&lt;b&gt;&quot;}]</textarea>");
        });
    }

    @Test
    void what_may_be_null_may_be_left_out() {
        ShelfBench.on(Kind.SQLITE, () -> {
            assertThat(FORM.save(form("settings", "1", "pages", "{}"))).isInstanceOf(Valid.class);

            var device = Device.objects.one();
            assertThat(device.address).isNull();
            assertThat(device.marks).isNull();
            assertThat(device.pages).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "[1,]", "null", "", "[1]", "{\"a\":\"b\"}", "'a'", "[[[["})
    void what_is_no_document_is_told(String text) {
        var bound = FORM.bind(form("settings", "{}", "pages", text));

        assertThat(((Invalid<?>) bound).problems()).containsOnlyKeys("pages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} x", "a", "", "NaN"})
    void a_document_that_is_kept_as_a_text_is_one_too(String text) {
        var bound = FORM.bind(form("settings", text, "pages", "{}"));

        assertThat(((Invalid<?>) bound).problems()).containsOnlyKeys("settings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.1", "1.2.3.256", "localhost", "fe80::1%eth0", "1:2", "1.2.3.4.5", "0x7f.1.1.1"})
    void what_is_no_address_is_told_and_no_name_is_looked_up(String text) {
        var bound = FORM.bind(form("settings", "{}", "pages", "{}", "address", text));

        assertThat(((Invalid<?>) bound).problems()).isEqualTo(Map.of("address", List.of("must be an IP address")));
    }
}
