package polls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nuages.data.connection.Work;

/** What is asked where nobody has asked anything yet, so that there is something to look at. */
final class Samples {
    private static final Map<String, List<String>> POLLS = Map.of(
            "Tea or coffee?", List.of("Tea", "Coffee", "Water, thank you"),
            "Tabs or spaces?", List.of("Tabs", "Spaces", "Whatever the formatter says"),
            "What makes a good error message?",
                    List.of("It says what happened", "It says what it means", "It says what to do", "All of that"));

    private Samples() {}

    static void addIfEmpty() {
        Work.atomic(() -> {
            if (!Question.objects.exists()) {
                int days = 0;
                for (var poll : POLLS.entrySet()) {
                    add(poll.getKey(), poll.getValue(), Duration.ofDays(days++));
                }
            }
            return true;
        });
    }

    private static void add(String text, List<String> choices, Duration ago) {
        var question = Question.objects.create(it -> {
            it.text = text;
            it.published = Instant.now().minus(ago);
        });
        choices.forEach(choice -> question.choices().create(it -> it.text = choice));
    }
}
