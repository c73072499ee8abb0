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
import java.util.Set;

/**
 * Looks where in a page a template prints, when it has been read: where no escaping makes a value safe it is refused, unless
 * the author vouches for it with {@code raw} or {@code safe}, and where a URL begins it is looked at when it is printed.
 * What stands in a block of another template, or is included, is taken to be in no tag.
 */
final class Places extends AbstractNodeVisitor {
    private static final Set<String> VOUCHED = Set.of("raw", "safe");

    /** Functions whose values have nothing in them that means anything anywhere. */
    private static final Set<String> INERT = Set.of("url", "static", "csrf_token", "csp_nonce");

    private HtmlReader reader = new HtmlReader();
    private boolean child;
    private boolean unescaped;

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
    }

    @Override
    public void visit(PrintNode node) {
        var place = reader.place();
        var expression = node.getExpression();
        if (!unescaped && !isHarmless(expression, place)) {
            if (place.danger() != null) {
                throw wrong(
                        "what is printed stands " + place.danger()
                                + ". If it never comes from outside, say so by | raw",
                        node.getLineNumber());
            }
            if (place == Place.URL) {
                node.setExpression(new SafeUrl(expression));
            }
        }
        reader.readValue();
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
        for (var branch : node.getConditionsWithBodies()) {
            from(before, branch.getRight());
        }
        if (node.getElseBody() != null) {
            from(before, node.getElseBody());
        }
    }

    @Override
    public void visit(ForNode node) {
        var before = reader;
        from(before, node.getBody());
        if (node.getElseBody() != null) {
            from(before, node.getElseBody());
        }
    }

    private void from(HtmlReader before, BodyNode body) {
        reader = before.copy();
        body.accept(this);
    }

    @Override
    public void visit(MacroNode node) {
        var before = reader;
        from(new HtmlReader(), node.getBody());
        reader = before;
    }

    @Override
    public void visit(BlockNode node) {
        checkOther("a block", node.getLineNumber());
        if (child) {
            reader = new HtmlReader();
        }
        super.visit(node);
    }

    @Override
    public void visit(IncludeNode node) {
        checkOther("an include", node.getLineNumber());
    }

    /** What another template puts somewhere is not looked at with this one. */
    private void checkOther(String what, int line) {
        var place = reader.place();
        if (!child && place.danger() != null && place != Place.TAG) {
            throw wrong(
                    what + " stands " + place.danger() + ". What another template prints there would not be seen: put "
                            + what + " around the whole element",
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

    private static boolean isEscape(FilterExpression filtered) {
        return filter(filtered).equals("escape");
    }

    private static String filter(FilterExpression filtered) {
        return filtered.getRightExpression() instanceof FilterInvocationExpression filter ? filter.getFilterName() : "";
    }

    private FailedHere wrong(String reason, int line) {
        return new FailedHere(reason, getTemplate().getName(), line, null);
    }
}
