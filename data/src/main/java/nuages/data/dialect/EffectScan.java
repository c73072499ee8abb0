package nuages.data.dialect;

import java.util.Map;
import nuages.data.dialect.Dialect.Effect;
import nuages.data.dialect.SqlScanner.Token;

/**
 * What a statement does, found by looking at each of its tokens once. It does not parse: it knows how statements begin,
 * which words write and which functions are harmless, and takes what it does not know for the worst.
 */
final class EffectScan {
    private static final Words<Boolean> HARMLESS_PRAGMAS = new Words<>(Map.of(true, """
        table_info table_xinfo table_list index_list index_info index_xinfo foreign_key_list foreign_key_check
        integrity_check quick_check database_list collation_list function_list module_list pragma_list
        compile_options\
        """));

    private final String sql;
    private final Lexis lexis;
    private final SqlScanner scanner;
    private Effect worst = Effect.READ;

    // About the statement at hand.
    private boolean functions;
    private boolean defining;
    private boolean listing;
    private int depth;

    // About the token before, and whether a name comes next that cannot be a function.
    private Name name = Name.NONE;
    private int nameStart;
    private int nameEnd;
    private boolean naming;
    private boolean qualified;
    private boolean catalog;
    private Before before = Before.OTHER;

    /** What the token before is, if it is a name. */
    private enum Name {
        /** No name, or one that cannot be a function. */
        NONE,
        /** A word that may be a function of the database. */
        WORD,
        /** A name that is certainly none of the database's own functions. */
        FOREIGN
    }

    /** The word before, as far as it changes what the next one means. */
    private enum Before {
        INTO,
        FOR,
        IN,
        KEY,
        COLON,
        AT,
        OTHER
    }

    private EffectScan(String sql, Lexis lexis) {
        this.sql = sql;
        this.lexis = lexis;
        this.scanner = new SqlScanner(sql, lexis);
    }

    static Effect of(String sql, Lexis lexis) {
        var scan = new EffectScan(sql, lexis);
        Token token = scan.scanner.next();
        while (token != Token.END && scan.worst != Effect.SESSION) {
            token = scan.statement(token);
        }
        return scan.worst;
    }

    /** Looks at one statement, from its first token; the token that the next one begins with. */
    private Token statement(Token first) {
        Token token = first;
        while (token == Token.SYMBOL && (scanner.first() == '(' || scanner.first() == ';')) {
            token = scanner.next();
        }
        if (token == Token.END) {
            return token;
        }
        depth = 0;
        Opening opening = token == Token.WORD ? Opening.WORDS.meaning(sql, scanner.start(), scanner.end()) : null;
        if (opening == null) {
            worst(Effect.SESSION);
            return Token.END;
        }
        return switch (opening) {
            case READS, WRITES, DEFINES -> rest(token, opening);
            case SETS -> setting();
            case PRAGMA -> pragma();
            case LOCKS -> {
                worst(lexis == Lexis.POSTGRES ? Effect.WRITE : Effect.SESSION);
                yield skip(scanner.next());
            }
        };
    }

    private Token rest(Token first, Opening opening) {
        functions = opening != Opening.DEFINES;
        defining = opening == Opening.DEFINES;
        listing = scanner.is("with");
        if (opening != Opening.READS) {
            worst(Effect.WRITE);
        }
        forget();
        Token token = first;
        while (!ends(token) && worst != Effect.SESSION) {
            look(token);
            token = scanner.next();
        }
        return token == Token.END ? token : scanner.next();
    }

    private void look(Token token) {
        switch (token) {
            case WORD -> word();
            case QUOTED_NAME -> quotedName();
            case SYMBOL -> symbol(scanner.first());
            case EXECUTABLE_COMMENT -> worst(Effect.SESSION);
            case TEXT, NUMBER, PARAMETER, END -> forget();
        }
    }

    private void quotedName() {
        name(Name.FOREIGN);
        catalog = false;
    }

    private void word() {
        if (qualified) {
            name(catalog ? Name.WORD : Name.FOREIGN);
            return;
        }
        catalog = scanner.is("pg_catalog");
        Before now = Before.OTHER;
        switch (Character.toLowerCase(scanner.first())) {
            case 'i' -> now = wordWithI();
            case 'f' -> now = scanner.is("for") ? Before.FOR : Before.OTHER;
            case 'k' -> now = scanner.is("key") ? Before.KEY : Before.OTHER;
            case 'u' -> writes("update");
            case 'd' -> writes("delete");
            case 'm' -> writes("merge");
            case 'r' -> replace();
            case 's' -> wordWithS();
            case 'p', 't' -> temporary();
            default -> {}
        }
        boolean introduces = introducesName();
        name(Name.WORD);
        naming |= introduces;
        before = now;
    }

    private Before wordWithI() {
        writes("insert");
        if (scanner.is("into")) {
            worst(Effect.WRITE);
            return Before.INTO;
        }
        return scanner.is("in") ? Before.IN : Before.OTHER;
    }

    private void writes(String word) {
        if (scanner.is(word)) {
            worst(Effect.WRITE);
            listing &= depth > 0;
        }
    }

    private void replace() {
        if (scanner.is("replace") && scanner.following() != '(') {
            worst(Effect.WRITE);
        }
    }

    private void wordWithS() {
        if (scanner.is("share") && before != Before.OTHER) {
            worst(Effect.WRITE);
        } else if (scanner.is("select")) {
            functions = true;
            listing &= depth > 0;
        }
    }

    private void temporary() {
        boolean table = before == Before.INTO || (defining && depth == 0);
        if (table && (scanner.is("temp") || scanner.is("temporary") || scanner.is("pg_temp"))) {
            worst(Effect.SESSION);
        }
    }

    private boolean introducesName() {
        return scanner.is("into") || scanner.is("as") || scanner.is("with") || scanner.is("recursive");
    }

    /** Takes note of a name. */
    private void name(Name kind) {
        name = naming ? Name.NONE : kind;
        nameStart = scanner.start();
        nameEnd = scanner.end();
        if (scanner.following() != '.') {
            naming = false;
        }
        qualified = false;
        before = Before.OTHER;
    }

    /** What a call of the name before the bracket may do. */
    private Effect called() {
        return switch (name) {
            case NONE -> Effect.READ;
            case FOREIGN -> Effect.SESSION;
            case WORD -> {
                Calls call = Calls.WORDS.meaning(sql, nameStart, nameEnd);
                yield call == null ? Effect.SESSION : call == Calls.WRITING ? Effect.WRITE : Effect.READ;
            }
        };
    }

    private void symbol(char c) {
        switch (c) {
            case '.' -> qualified = true;
            case '(' -> {
                if (functions) {
                    worst(called());
                }
                depth++;
                forget();
            }
            case ')' -> {
                depth--;
                forget();
                naming = true;
            }
            case ':' -> {
                boolean cast = before == Before.COLON;
                forget();
                naming = cast;
                before = Before.COLON;
            }
            case '@' -> variable();
            case ',' -> {
                forget();
                naming = listing && depth == 0;
            }
            default -> forget();
        }
    }

    /** MariaDB's {@code @name} lives as long as the session; {@code @@name} is a setting, and reading it is harmless. */
    private void variable() {
        boolean setting = before == Before.AT || scanner.following() == '@';
        if (lexis == Lexis.MARIADB && !setting) {
            worst(Effect.SESSION);
        }
        forget();
        before = Before.AT;
    }

    private void forget() {
        name = Name.NONE;
        naming = false;
        qualified = false;
        before = Before.OTHER;
    }

    private Token setting() {
        Token token = scanner.next();
        boolean transaction = lexis == Lexis.POSTGRES
                && token == Token.WORD
                && (scanner.is("local") || scanner.is("transaction") || scanner.is("constraints"));
        worst(transaction ? Effect.READ : Effect.SESSION);
        return skip(token);
    }

    private Token pragma() {
        Token token = scanner.next();
        boolean harmless = false;
        boolean changes = false;
        while (!ends(token)) {
            if (token == Token.WORD) {
                harmless |= HARMLESS_PRAGMAS.meaning(sql, scanner.start(), scanner.end()) != null;
            }
            changes |= token == Token.SYMBOL && scanner.first() == '=';
            token = scanner.next();
        }
        worst(harmless && !changes ? Effect.READ : Effect.SESSION);
        return token == Token.END ? token : scanner.next();
    }

    private Token skip(Token from) {
        Token token = from;
        while (!ends(token)) {
            token = scanner.next();
        }
        return token == Token.END ? token : scanner.next();
    }

    private boolean ends(Token token) {
        return token == Token.END || (token == Token.SYMBOL && scanner.first() == ';');
    }

    private void worst(Effect effect) {
        if (effect.compareTo(worst) > 0) {
            worst = effect;
        }
    }
}
