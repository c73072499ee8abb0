package nuages.web.template.pebble;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.node.ExtendsNode;
import io.pebbletemplates.pebble.node.FromNode;
import io.pebbletemplates.pebble.node.ImportNode;
import io.pebbletemplates.pebble.node.IncludeNode;
import io.pebbletemplates.pebble.node.Node;
import io.pebbletemplates.pebble.node.PositionalArgumentNode;
import io.pebbletemplates.pebble.node.TestInvocationExpression;
import io.pebbletemplates.pebble.node.expression.ArrayExpression;
import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.node.expression.FunctionOrMacroInvocationExpression;
import io.pebbletemplates.pebble.node.expression.GetAttributeExpression;
import io.pebbletemplates.pebble.node.expression.LiteralStringExpression;
import io.pebbletemplates.pebble.node.expression.MapExpression;
import io.pebbletemplates.pebble.node.expression.RenderableNodeExpression;
import io.pebbletemplates.pebble.node.expression.TernaryExpression;
import io.pebbletemplates.pebble.node.expression.UnaryExpression;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nuages.web.template.TemplateSettings;

/** Looks through a template when it has been read, for names that stand for nothing. */
final class Checks extends AbstractNodeVisitor {
    private final TemplateSettings settings;
    private final Set<String> filters;
    private final Set<String> functions;

    /** Whether macros may come from elsewhere. */
    private boolean open;

    Checks(PebbleTemplateImpl template, TemplateSettings settings, Set<String> filters, Set<String> functions) {
        super(template);
        this.settings = settings;
        this.filters = filters;
        this.functions = functions;
    }

    @Override
    public void visit(ExtendsNode node) {
        open = true;
        checkTemplate(node.getParentExpression());
        super.visit(node);
    }

    @Override
    public void visit(ImportNode node) {
        open = true;
        checkTemplate(node.getImportExpression());
        super.visit(node);
    }

    @Override
    public void visit(IncludeNode node) {
        checkTemplate(node.getIncludeExpression());
        super.visit(node);
    }

    /** Expressions all come here. */
    @Override
    public void visit(Node node) {
        switch (node) {
            case FromNode from -> open = true;
            case FunctionOrMacroInvocationExpression call -> {
                checkFunction(call);
                visitAll(call.getArguments());
            }
            case FilterInvocationExpression filter -> {
                checkFilter(filter);
                visitAll(filter.getArgs());
            }
            case BinaryExpression<?> binary ->
                visitAll(List.of(binary.getLeftExpression(), binary.getRightExpression()));
            case RenderableNodeExpression body -> body.getNode().accept(this);
            case UnaryExpression unary -> unary.getChildExpression().accept(this);
            case TernaryExpression ternary ->
                visitAll(List.of(ternary.getExpression1(), ternary.getExpression2(), ternary.getExpression3()));
            case GetAttributeExpression attribute -> {
                attribute.getNode().accept(this);
                visitAll(attribute.getArgumentsNode());
            }
            case ArrayExpression array -> visitAll(array.getValues());
            case MapExpression map -> visitAll(map.getEntries().values());
            case TestInvocationExpression test -> visitAll(test.getArgs());
            default -> {
                // it has no names in it
            }
        }
    }

    private void visitAll(Iterable<? extends Expression<?>> expressions) {
        expressions.forEach(each -> each.accept(this));
    }

    @SuppressWarnings("NullAway") // null stands for a call without parentheses
    private void visitAll(ArgumentsNode arguments) {
        if (arguments != null) {
            visit(arguments);
        }
    }

    private void checkTemplate(Expression<?> name) {
        if (name instanceof LiteralStringExpression literal) {
            var whole = getTemplate().resolveRelativePath(literal.getValue());
            if (settings.find(whole).isEmpty()) {
                throw wrong(FolderLoader.missing(settings, whole), literal.getLineNumber());
            }
        }
    }

    private void checkFunction(FunctionOrMacroInvocationExpression call) {
        var name = call.getFunctionName();
        var function = settings.functions().get(name);
        if (function != null) {
            var arguments = call.getArguments().getPositionalArgs();
            if (!arguments.isEmpty() && literal(arguments.getFirst()) instanceof LiteralStringExpression first) {
                var problem = function.problem(first.getValue());
                if (problem != null) {
                    throw wrong(problem, call.getLineNumber());
                }
            }
        } else if (!open && !functions.contains(name) && !getTemplate().hasMacro(name)) {
            throw wrong(
                    "there is no function or macro \"" + name + "\", only " + new TreeSet<>(functions)
                            + ": correct the name, import the macro, or register the function",
                    call.getLineNumber());
        }
    }

    private static Expression<?> literal(PositionalArgumentNode argument) {
        return argument.getValueExpression();
    }

    private void checkFilter(FilterInvocationExpression filter) {
        if (!filters.contains(filter.getFilterName())) {
            throw wrong(
                    "there is no filter \"" + filter.getFilterName() + "\", only " + new TreeSet<>(filters)
                            + ": correct the name, or register it",
                    filter.getLineNumber());
        }
    }

    private PebbleException wrong(String reason, int line) {
        return new PebbleException(null, reason, line, getTemplate().getName());
    }
}
