package nuages.data.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nuages.data.row.Codec;
import nuages.data.syntax.CastType;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Function;
import nuages.data.syntax.Matching;
import nuages.data.syntax.Node;

/**
 * A text. Immutable; threads share it.
 *
 * <p>Equality and order follow the column's collation, which on MariaDB takes upper and lower case, and letters with and
 * without accents, for equal unless the column says otherwise. Everything else tells them apart on every database, except
 * what is called {@code …AnyCase}: that knows all letters on SQLite and MariaDB, and on PostgreSQL those of the database's
 * locale, which in the locale {@code C} are those of ASCII.
 *
 * @param <M> the model whose rows it is about
 */
public interface TextExpression<M> extends OrderedExpression<M, String> {
    /** A text that is a part of a statement. */
    static <M> TextExpression<M> of(Node node) {
        record Plain<M>(Node node) implements TextExpression<M> {}
        return new Plain<>(node);
    }

    /** An expression whose values are texts. */
    static <M> TextExpression<M> of(Expression<M, String> of) {
        return of(of.node());
    }

    @Override
    default Codec<String> codec() {
        return Codecs.TEXT;
    }

    /** Where it equals the text but for upper and lower case. */
    default Condition<M> isAnyCase(String text) {
        return match(Matching.EQUAL, true, text);
    }

    /** Where it holds the text; {@code %} and {@code _} are just characters. */
    default Condition<M> contains(String text) {
        return match(Matching.CONTAINS, false, text);
    }

    /** Where it holds the other text. */
    default Condition<M> contains(Expression<M, String> text) {
        return Condition.of(
                new Node.Compare(Comparison.GREATER, position(text.node()).node(), Codecs.number(0)));
    }

    /** Where it holds the text in upper or lower case. */
    default Condition<M> containsAnyCase(String text) {
        return match(Matching.CONTAINS, true, text);
    }

    /** Where it starts with the text. */
    default Condition<M> startsWith(String text) {
        return match(Matching.STARTS, false, text);
    }

    /** Where it starts with the other text. */
    default Condition<M> startsWith(Expression<M, String> text) {
        return Condition.of(
                new Node.Compare(Comparison.EQUAL, position(text.node()).node(), Codecs.number(1)));
    }

    /** Where it starts with the text in upper or lower case. */
    default Condition<M> startsWithAnyCase(String text) {
        return match(Matching.STARTS, true, text);
    }

    /** Where it ends with the text. */
    default Condition<M> endsWith(String text) {
        return match(Matching.ENDS, false, text);
    }

    /** Where it ends with the text in upper or lower case. */
    default Condition<M> endsWithAnyCase(String text) {
        return match(Matching.ENDS, true, text);
    }

    /**
     * Where the regular expression is found in it. PostgreSQL has a dialect of its own, MariaDB that of PCRE, and SQLite
     * takes Java's; letters, digits, {@code . * + ? | ( ) [ ] ^ $} and numbers in braces are the same in all.
     */
    default Condition<M> matches(String expression) {
        return match(Matching.REGEX, false, expression);
    }

    /** Where the regular expression is found in it in upper or lower case; see {@link #matches}. */
    default Condition<M> matchesAnyCase(String expression) {
        return match(Matching.REGEX, true, expression);
    }

    private Condition<M> match(Matching matching, boolean anyCase, String pattern) {
        return Condition.of(Node.Match.of(matching, anyCase, node(), pattern));
    }

    /** In lower case. */
    default TextExpression<M> lower() {
        return text(Function.LOWER);
    }

    /** In upper case. */
    default TextExpression<M> upper() {
        return text(Function.UPPER);
    }

    /** Without spaces at both ends. */
    default TextExpression<M> trim() {
        return text(Function.TRIM);
    }

    /** Without spaces at the beginning. */
    default TextExpression<M> trimStart() {
        return text(Function.TRIM_LEFT);
    }

    /** Without spaces at the end. */
    default TextExpression<M> trimEnd() {
        return text(Function.TRIM_RIGHT);
    }

    /** From the end to the beginning. */
    default TextExpression<M> reverse() {
        return text(Function.REVERSE);
    }

    /** So many times in a row. */
    default TextExpression<M> repeat(int times) {
        return text(Function.REPEAT, Codecs.number(times));
    }

    /** Its first characters, at most so many. */
    default TextExpression<M> left(int characters) {
        return text(Function.LEFT, Codecs.number(count(characters)));
    }

    /** Its last characters, at most so many. */
    default TextExpression<M> right(int characters) {
        return text(Function.RIGHT, Codecs.number(count(characters)));
    }

    /** The characters from a place, from 0, at most so many. */
    default TextExpression<M> substring(int from, int characters) {
        return text(Function.SUBSTRING, Codecs.number(count(from) + 1L), Codecs.number(count(characters)));
    }

    private static int count(int characters) {
        if (characters < 0) {
            throw new IllegalArgumentException(
                    characters + " is no number of characters, which are at least 0: count from the beginning.");
        }
        return characters;
    }

    /** Filled up at the beginning, or cut off at the end, to so many characters. */
    default TextExpression<M> padLeft(int characters, String fill) {
        return text(Function.LEFT_PAD, Codecs.number(count(characters)), Codecs.value(fill));
    }

    /** Filled up or cut off at the end, to so many characters. */
    default TextExpression<M> padRight(int characters, String fill) {
        return text(Function.RIGHT_PAD, Codecs.number(count(characters)), Codecs.value(fill));
    }

    /** With one text in the place of another, wherever that stands. */
    default TextExpression<M> replace(String text, String by) {
        return text(Function.REPLACE, Codecs.value(text), Codecs.value(by));
    }

    /** This text and then the other; what is NULL is an empty text. */
    default TextExpression<M> concat(String other) {
        return text(Function.CONCAT, Codecs.value(other));
    }

    /** This text and then the other; what is NULL is an empty text. */
    default TextExpression<M> concat(Expression<M, String> other) {
        return text(Function.CONCAT, other.node());
    }

    /** Its digest by MD5, in hexadecimal digits. */
    default TextExpression<M> md5() {
        return text(Function.MD5);
    }

    /** Its digest by SHA-1, in hexadecimal digits; on PostgreSQL with the extension {@code pgcrypto}. */
    default TextExpression<M> sha1() {
        return text(Function.SHA1);
    }

    /** Its digest by SHA-224, in hexadecimal digits. */
    default TextExpression<M> sha224() {
        return text(Function.SHA224);
    }

    /** Its digest by SHA-384, in hexadecimal digits. */
    default TextExpression<M> sha384() {
        return text(Function.SHA384);
    }

    /** Its digest by SHA-256, in hexadecimal digits. */
    default TextExpression<M> sha256() {
        return text(Function.SHA256);
    }

    /** Its digest by SHA-512, in hexadecimal digits. */
    default TextExpression<M> sha512() {
        return text(Function.SHA512);
    }

    /** Compared by the rules of a collation of the database, such as {@code NOCASE} of SQLite. */
    default TextExpression<M> collate(String collation) {
        return of(new Node.Collate(node(), collation));
    }

    private TextExpression<M> text(Function function, Node... others) {
        var arguments = new ArrayList<Node>();
        arguments.add(node());
        arguments.addAll(List.of(others));
        return of(new Node.Call(function, arguments));
    }

    /** How many characters it has. */
    default NumberExpression<M, Integer> length() {
        return NumberExpression.of(new Node.Call(Function.LENGTH, List.of(node())), Codecs.INTEGER);
    }

    /** The number of its first character in Unicode; NULL of an empty text. */
    default NumberExpression<M, Integer> codePoint() {
        return NumberExpression.of(new Node.Call(Function.CODE_POINT, List.of(node())), Codecs.INTEGER);
    }

    /** The whole number that it is; of other texts, an error on PostgreSQL and any number elsewhere. */
    default NumberExpression<M, Long> asLong() {
        return NumberExpression.of(new Node.Cast(node(), CastType.BIG_INTEGER), Codecs.LONG);
    }

    /** The floating-point number that it is; of other texts, an error on PostgreSQL and any number elsewhere. */
    default NumberExpression<M, Double> asDouble() {
        return NumberExpression.of(new Node.Cast(node(), CastType.REAL), Codecs.DOUBLE);
    }

    /** The decimal number that it is; of other texts, an error on PostgreSQL and any number elsewhere. */
    default NumberExpression<M, BigDecimal> asDecimal() {
        return NumberExpression.of(new Node.Cast(node(), CastType.DECIMAL), Codecs.DECIMAL);
    }

    /** The date that it is, such as {@code 2026-01-31}; of other texts, an error or, on MariaDB, NULL. */
    default TimeExpression<M, LocalDate> asDate() {
        return TimeExpression.of(new Node.Cast(node(), CastType.DATE), Codec.of(LocalDate.class));
    }

    /**
     * The point in time that it is, in UTC, such as {@code 2026-01-31 12:00:00.5}; of other texts, an error or, on MariaDB,
     * NULL.
     */
    default TimeExpression<M, Instant> asInstant() {
        return TimeExpression.of(new Node.Cast(node(), CastType.TIMESTAMP), Codec.of(Instant.class));
    }

    /** The place where the text first stands in it, from 0; -1 if it does not. */
    default NumberExpression<M, Integer> indexOf(String text) {
        return position(Codecs.value(text)).minus(1);
    }

    private NumberExpression<M, Integer> position(Node text) {
        return NumberExpression.of(new Node.Call(Function.POSITION, List.of(node(), text)), Codecs.INTEGER);
    }

    /** The texts of all rows with another between them; MariaDB cuts them off at its {@code group_concat_max_len}. */
    default Aggregate.OfText<M> joined(String between) {
        return Aggregate.ofText(Function.STRING_AGG, List.of(node(), new Node.Constant(between)));
    }

    @Override
    default TextExpression<M> coalesce(String otherwise) {
        return of(OrderedExpression.super.coalesce(otherwise));
    }

    @Override
    default TextExpression<M> coalesce(Expression<M, String> otherwise) {
        return of(OrderedExpression.super.coalesce(otherwise));
    }

    @Override
    default TextExpression<M> nullIf(String value) {
        return of(OrderedExpression.super.nullIf(value));
    }
}
