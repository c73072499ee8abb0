package nuages.data.model;

import java.time.Duration;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.model.polls.Question;

/** A program that reads all questions as a stream; see {@link ThrongTests}. */
final class ThrongReader {
    private ThrongReader() {}

    private static final class Sum {
        private long rows;
        private long keys;

        private void add(Question question) {
            rows++;
            keys += question.id;
        }
    }

    static void main(String[] args) {
        var database = Database.open("default", args[0]);
        var sum = new Sum();
        Work.of("throng", Databases.of(database)).run(() -> Question.objects.forEach(sum::add));
        database.shutdown(Duration.ZERO);
        IO.println("read " + sum.rows + " rows, keys " + sum.keys);
    }
}
