package nuages.data.dialect;

import java.util.Map;
import nuages.data.dialect.SqlScanner.Token;

/** Whether a statement begins or ends a transaction, found by the first words of each statement in it. */
final class ControlScan {
    private static final Words<Boolean> CONTROLS =
            new Words<>(Map.of(true, "begin start commit rollback end abort savepoint release xa"));

    private ControlScan() {}

    static boolean of(String sql, Lexis lexis) {
        var scanner = new SqlScanner(sql, lexis);
        boolean first = true;
        boolean prepare = false;
        for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
            if (token == Token.SYMBOL && scanner.first() == ';') {
                first = true;
                continue;
            }
            boolean word = token == Token.WORD;
            boolean controls = first && word && CONTROLS.meaning(sql, scanner.start(), scanner.end()) != null;
            if (controls || (prepare && word && scanner.is("transaction"))) {
                return true;
            }
            prepare = word && first && scanner.is("prepare");
            first = false;
        }
        return false;
    }
}
