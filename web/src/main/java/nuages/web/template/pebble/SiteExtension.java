package nuages.web.template.pebble;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.extension.NodeVisitorFactory;
import io.pebbletemplates.pebble.extension.core.CoreExtension;
import io.pebbletemplates.pebble.operator.Associativity;
import io.pebbletemplates.pebble.operator.BinaryOperator;
import io.pebbletemplates.pebble.operator.BinaryOperatorImpl;
import io.pebbletemplates.pebble.operator.BinaryOperatorType;
import io.pebbletemplates.pebble.operator.UnaryOperator;
import io.pebbletemplates.pebble.operator.UnaryOperatorImpl;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nuages.web.template.TemplateSettings;

/** What templates of a site know beyond the engine's own language. Threads share it. */
final class SiteExtension extends AbstractExtension {
    /** Under which a model has the request, so that no template can change it. */
    static final String REQUEST = "the request";

    private static final int NOT = 500;
    private static final int AND = 15;
    private static final int OR = 10;

    private final TemplateSettings settings;
    private final Set<String> filterNames;
    private final Set<String> functionNames;

    SiteExtension(TemplateSettings settings) {
        this.settings = settings;
        var core = new CoreExtension();
        this.filterNames = names(core.getFilters().keySet(), settings.filters().keySet(), "escape", "raw");
        this.functionNames =
                names(core.getFunctions().keySet(), settings.functions().keySet(), "i18n");
    }

    @Override
    public Map<String, Function> getFunctions() {
        var functions = new HashMap<String, Function>();
        settings.functions()
                .forEach((name, function) -> functions.put(name, new CalledFunction(function, settings.clock())));
        return functions;
    }

    @Override
    public Map<String, Filter> getFilters() {
        var filters = new HashMap<String, Filter>();
        settings.filters().forEach((name, filter) -> filters.put(name, new CalledFilter(filter, settings.clock())));
        filters.put("escape", new HtmlEscape());
        return filters;
    }

    @Override
    public List<TokenParser> getTokenParsers() {
        return List.of(new TruthIf());
    }

    @Override
    public List<UnaryOperator> getUnaryOperators() {
        return List.of(new UnaryOperatorImpl("not", NOT, NotExpression.class));
    }

    @Override
    public List<BinaryOperator> getBinaryOperators() {
        return List.of(
                new BinaryOperatorImpl("and", AND, Truth.And::new, BinaryOperatorType.NORMAL, Associativity.LEFT),
                new BinaryOperatorImpl("or", OR, Truth.Or::new, BinaryOperatorType.NORMAL, Associativity.LEFT));
    }

    @Override
    public List<AttributeResolver> getAttributeResolver() {
        return List.of(new Attributes());
    }

    @Override
    public List<NodeVisitorFactory> getNodeVisitors() {
        return List.of(
                template -> new Checks((PebbleTemplateImpl) template, settings, filterNames, functionNames),
                SiteExtension::places,
                template -> new Located.Marker((PebbleTemplateImpl) template));
    }

    /** Templates of text have no places. */
    private static NodeVisitor places(PebbleTemplate template) {
        return template.getName().endsWith(".html")
                ? new Places((PebbleTemplateImpl) template)
                : new AbstractNodeVisitor((PebbleTemplateImpl) template);
    }

    /** What the engine knows of itself, what the site has registered, and a few more. */
    private static Set<String> names(Set<String> known, Set<String> own, String... more) {
        var all = new HashSet<>(known);
        all.addAll(own);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
