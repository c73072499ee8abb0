package nuages.data.migration.draft;

import static nuages.data.migration.draft.Code.quoted;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nuages.data.migration.FieldOperation;
import nuages.data.migration.FieldOperation.AddField;
import nuages.data.migration.FieldOperation.AlterField;
import nuages.data.migration.FieldOperation.RemoveField;
import nuages.data.migration.FieldOperation.RenameField;
import nuages.data.migration.FieldState;
import nuages.data.migration.IndexOperation;
import nuages.data.migration.IndexOperation.AddConstraint;
import nuages.data.migration.IndexOperation.AddIndex;
import nuages.data.migration.IndexOperation.AlterConstraint;
import nuages.data.migration.IndexOperation.RemoveConstraint;
import nuages.data.migration.IndexOperation.RemoveIndex;
import nuages.data.migration.IndexOperation.RenameIndex;
import nuages.data.migration.ModelOperation;
import nuages.data.migration.ModelOperation.AlterTable;
import nuages.data.migration.ModelOperation.CreateModel;
import nuages.data.migration.ModelOperation.DeleteModel;
import nuages.data.migration.ModelOperation.RenameModel;
import nuages.data.migration.Operation;
import nuages.data.migration.OtherOperation;
import nuages.data.migration.OtherOperation.RunJava;
import nuages.data.migration.OtherOperation.RunSql;
import nuages.data.migration.OtherOperation.Separate;
import org.jspecify.annotations.Nullable;

/** Operations as Java code, with the classes it needs. For use by one thread. */
final class OperationCode {
    private final FieldCode fields;
    private final SchemaCode schema;
    private final Map<RunJava, String> borrowed;

    /** With those of Java by the expressions that make them. */
    OperationCode(Set<String> imports, Map<RunJava, String> borrowed) {
        this.borrowed = borrowed;
        this.fields = new FieldCode(imports);
        this.schema = new SchemaCode(imports);
    }

    Code of(Operation operation) {
        return switch (operation) {
            case ModelOperation it -> model(it);
            case FieldOperation it -> field(it);
            case IndexOperation it -> index(it);
            case OtherOperation it -> other(it);
        };
    }

    private Code model(ModelOperation operation) {
        return switch (operation) {
            case CreateModel it -> create(it);
            case DeleteModel it -> Code.call("deleteModel", quoted(it.model()));
            case RenameModel it -> Code.call("renameModel", quoted(it.model()), quoted(it.to()));
            case AlterTable it -> {
                var code = Code.call("alterTable", quoted(it.model()));
                if (it.table() != null) {
                    code.then("table", quoted(it.table()));
                }
                if (it.comment() != null) {
                    code.then("comment", quoted(it.comment()));
                }
                yield it.managed() == null
                        ? code
                        : code.then("managed", it.managed().toString());
            }
        };
    }

    private Code create(CreateModel create) {
        var code = Code.of(
                "createModel",
                quoted(create.model()),
                create.fields().stream().map(fields::of).toList());
        if (create.table() != null) {
            code.then("table", quoted(create.table()));
        }
        create.indexes().forEach(it -> code.then("index", schema.index(it).write(0)));
        create.constraints()
                .forEach(it -> code.then("constraint", schema.constraint(it).write(0)));
        if (create.comment() != null) {
            code.then("comment", quoted(create.comment()));
        }
        return create.managed() ? code : code.then("unmanaged");
    }

    private Code field(FieldOperation operation) {
        return switch (operation) {
            case AddField it -> filled(field("addField", it.model(), it.field()), it.fill());
            case AlterField it -> filled(field("alterField", it.model(), it.field()), it.fill());
            case RemoveField it -> {
                var code = Code.call("removeField", quoted(it.model()), quoted(it.field()));
                yield it.fill() == null ? code : code.then("undoneWith", quoted(it.fill()));
            }
            case RenameField it -> Code.call("renameField", quoted(it.model()), quoted(it.from()), quoted(it.to()));
        };
    }

    private Code field(String method, String model, FieldState field) {
        return Code.call(method, quoted(model), fields.of(field).write(0));
    }

    private static Code filled(Code code, @Nullable String fill) {
        return fill == null ? code : code.then("filledWith", quoted(fill));
    }

    private Code index(IndexOperation operation) {
        String model = quoted(operation.model());
        return switch (operation) {
            case AddIndex it ->
                Code.call("addIndex", model, schema.index(it.index()).write(0));
            case RemoveIndex it -> Code.call("removeIndex", model, quoted(it.name()));
            case RenameIndex it -> Code.call("renameIndex", model, quoted(it.from()), quoted(it.to()));
            case AddConstraint it ->
                Code.call(
                        "addConstraint",
                        model,
                        schema.constraint(it.constraint()).write(0));
            case RemoveConstraint it -> Code.call("removeConstraint", model, quoted(it.name()));
            case AlterConstraint it ->
                Code.call(
                        "alterConstraint",
                        model,
                        schema.constraint(it.constraint()).write(0));
        };
    }

    private Code other(OtherOperation operation) {
        return switch (operation) {
            case RunSql it -> sql(it);
            case RunJava it -> Code.of(borrowed.getOrDefault(it, "runJava((database, models) -> {})"));
            case Separate it -> Code.of("separate", "", List.of(list(it.database()), list(it.models())));
        };
    }

    private Code list(List<Operation> operations) {
        return operations.isEmpty()
                ? Code.of("List.of()")
                : Code.of("List.of", "", operations.stream().map(this::of).toList());
    }

    private static Code sql(RunSql run) {
        var code = Code.call("runSql", Code.quoted(run.statements()));
        if (run.undoing() != null) {
            code.then("backwards", Code.quoted(run.undoing()));
        }
        return run.database() == null ? code : code.then("onlyOn", quoted(run.database()));
    }
}
