package nuages.web.template.pebble;

import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.node.AutoEscapeNode;
import io.pebbletemplates.pebble.node.BlockNode;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.ExtendsNode;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.node.IfNode;
import io.pebbletemplates.pebble.node.IncludeNode;
import io.pebbletemplates.pebble.node.MacroNode;
import io.pebbletemplates.pebble.node.PrintNode;
import io.pebbletemplates.pebble.node.TextNode;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterExpression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.node.expression.FunctionOrMacroInvocationExpression;
import io.pebbletemplates.pebble.node.expression.LiteralStringExpression;
import io.pebbletemplates.pebble.node.expression.TernaryExpression;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.util.ArrayList;
import java.util.Set;

/**
 * Looks where in a page a template prints, when it has been read: where no escaping makes a value safe it is refused, unless
 * the author vouches for it with {@code raw} or {@code safe}, and where a URL begins it is looked at when it is printed.
 * What stands in a block of another template, or is included, is taken to be text: so blocks and includes stand where that
 * is as good as true.
 */
final class Places extends AbstractNodeVisitor {
    private static final Set<String> VOUCHED = Set.of("raw", "safe");

    /** Functions whose values have nothing in them that means anything anywhere. */
    private static final Set<String> INERT = Set.of("url", "static", "querystring", "csrf_token", "csp_nonce");

    /** Those of them whose values are URLs. */
    private static final Set<String> PATHS = Set.of("url", "static", "querystring");

    private HtmlReader reader = new HtmlReader();
    private boolean child;
    private boolean unescaped;

    /** In how many blocks this is. */
    private int depth;

    /** Where something was printed last. */
    private int line;

    Places(PebbleTemplateImpl template) {
        super(template);
    }

    @Override
    public void visit(ExtendsNode node) {
        child = true;
    }

    @Override
    public void visit(TextNode node) {
        reader.read(node.getData());
        if (reader.head().schemePrinted() && !unescaped) {
            throw wrong(Place.SCHEME, line);
        }
    }

    @Override
    public void visit(PrintNode node) {
        var place = reader.place();
        var expression = node.getExpression();
        if (!unescaped && !isHarmless(expression, place)) {
            if (place.danger() != null) {
                throw wrong(place, node.getLineNumber());
            }
            if (place == Place.URL) {
                node.setExpression(new SafeUrl(reader.head().written(), expression));
            }
        }
        line = node.getLineNumber();
        reader.readValue();
        goOn(reader.head(), unescaped(expression));
    }

    /** Goes on in a URL behind a value. */
    private void goOn(UrlHead head, Expression<?> expression) {
        if (expression instanceof LiteralStringExpression literal) {
            head.read(literal.getValue());
        } else if (expression instanceof FunctionOrMacroInvocationExpression call
                && PATHS.contains(call.getFunctionName())) {
            head.settle();
        } else if (isHarmless(expression, Place.TEXT)) {
            if (!(expression instanceof FilterExpression filtered && isVouched(filtered, Place.TEXT))) {
                head.vary();
            }
        } else if (!unescaped) {
            head.print();
        }
    }

    /** Whoever turns escaping off vouches for all of it. */
    @Override
    public void visit(AutoEscapeNode node) {
        boolean before = unescaped;
        unescaped = !node.isActive();
        super.visit(node);
        unescaped = before;
    }

    @Override
    public void visit(IfNode node) {
        var before = reader;
        var ends = new ArrayList<HtmlReader>();
        for (var branch : node.getConditionsWithBodies()) {
            ends.add(from(before, branch.getRight()));
        }
        ends.addFirst(node.getElseBody() == null ? before : from(before, node.getElseBody()));
        reader = ends.getLast();
        ends.forEach(reader::or);
    }

    @Override
    public void visit(ForNode node) {
        var before = reader;
        var otherwise = node.getElseBody() == null ? before : from(before, node.getElseBody());
        var rounds = before.copy();
        rounds.head().print(); // by the rounds before
        from(rounds, node.getBody()).or(otherwise);
    }

    private HtmlReader from(HtmlReader before, BodyNode body) {
        reader = before.copy();
        body.accept(this);
        return reader;
    }

    @Override
    public void visit(MacroNode node) {
        var before = reader;
        from(new HtmlReader(), node.getBody());
        reader = before;
    }

    @Override
    public void visit(BlockNode node) {
        if (child && depth == 0) {
            reader = new HtmlReader();
        } else {
            checkOther("a block", node.getLineNumber());
        }
        depth++;
        super.visit(node);
        depth--;
    }

    @Override
    public void visit(IncludeNode node) {
        if (!child || depth > 0) {
            checkOther("an include", node.getLineNumber());
        }
    }

    /** What another template puts somewhere is not looked at with this one. */
    private void checkOther(String what, int line) {
        var place = reader.place();
        if (place != Place.TEXT) {
            throw wrong(
                    what + " stands " + (place == Place.URL ? "at the beginning of a URL" : place.danger())
                            + ". What another template prints there would not be seen: put " + what
                            + " around the whole element",
                    line);
        }
    }

    private static boolean isHarmless(Expression<?> expression, Place place) {
        return switch (expression) {
            case LiteralStringExpression literal -> true;
            case TernaryExpression either ->
                isHarmless(either.getExpression2(), place) && isHarmless(either.getExpression3(), place);
            case FunctionOrMacroInvocationExpression call -> INERT.contains(call.getFunctionName());
            case FilterExpression filtered ->
                isVouched(filtered, place) || (isEscape(filtered) && isHarmless(filtered.getLeftExpression(), place));
            default -> false;
        };
    }

    private static boolean isVouched(FilterExpression filtered, Place place) {
        var name = filter(filtered);
        return VOUCHED.contains(name) || (name.equals("escapejs") && place.isScript());
    }

    /** Escaping is put around each value before this looks at it. */
    private static Expression<?> unescaped(Expression<?> expression) {
        return expression instanceof FilterExpression filtered && isEscape(filtered)
                ? unescaped(filtered.getLeftExpression())
                : expression;
    }

    private static boolean isEscape(FilterExpression filtered) {
        return filter(filtered).equals("escape");
    }

    private static String filter(FilterExpression filtered) {
        return filtered.getRightExpression() instanceof FilterInvocationExpression filter ? filter.getFilterName() : "";
    }

    private FailedHere wrong(Place place, int line) {
        return wrong(
                "what is printed stands " + place.danger() + ". If it never comes from outside, say so by | raw", line);
    }

    private FailedHere wrong(String reason, int line) {
        return new FailedHere(reason, getTemplate().getName(), line, null);
    }
}
