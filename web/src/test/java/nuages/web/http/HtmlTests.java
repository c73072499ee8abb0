package nuages.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTests {
    @Test
    void what_could_be_markup_is_text() {
        assertThat(Html.escape("a <b class=\"c\" d='e'>&amp;"))
                .isEqualTo("a &lt;b class=&quot;c&quot; d=&#x27;e&#x27;&gt;&amp;amp;");
    }

    @Test
    void other_text_is_left_alone() {
        String plain = "naïve – 漢字 🌤";
        assertThat(Html.escape(plain)).isSameAs(plain);
    }
}
