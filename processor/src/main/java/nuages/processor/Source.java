package nuages.processor;

import java.util.List;

/** A source file that is being written: what stands below its imports. For use by one thread. */
final class Source {
    private static final String STEP = "    ";

    private final ClassName own;
    private final Imports imports;
    private final StringBuilder body = new StringBuilder(8192);
    private String indent = "";
    private boolean first = true;

    /** A file with that class. */
    Source(ClassName own) {
        this.own = own;
        this.imports = new Imports(own);
    }

    /** Begins something that an empty line stands before, unless it is the first. */
    Source member() {
        if (!first) {
            body.append('\n');
        }
        first = false;
        return this;
    }

    /** A line, or several. */
    Source line(String format, Object... arguments) {
        return line(Code.of(format, arguments));
    }

    /** A line, or several. */
    Source line(Code code) {
        body.append(indent)
                .append(code.in(imports).replace("\n", "\n" + indent))
                .append('\n');
        return this;
    }

    /** A line that ends with a bracket, and what is in it. */
    Source block(String format, Object... arguments) {
        line(format, arguments);
        indent += STEP;
        first = true;
        return this;
    }

    /** The end of the block. */
    Source end() {
        return end("");
    }

    /** The end of the block, and what stands behind it. */
    Source end(String behind) {
        indent = indent.substring(STEP.length());
        first = false;
        return line("}" + behind);
    }

    /** The annotation that the compiler is to be silent of these. */
    Source suppress(List<String> warnings) {
        var all = warnings.stream().map(it -> Code.of("$S", it)).toList();
        var joined = Code.join(all, ", ");
        return all.size() == 1 ? line("@SuppressWarnings($L)", joined) : line("@SuppressWarnings({$L})", joined);
    }

    /** All of it. */
    String text() {
        var text = new StringBuilder(body.length() + 1024);
        if (!own.packageName().isEmpty()) {
            text.append("package ").append(own.packageName()).append(";\n\n");
        }
        imports.all().forEach(it -> text.append("import ").append(it).append(";\n"));
        return text.append('\n').append(body).toString();
    }
}
