package nuages.data.migration;

import java.util.List;
import nuages.data.migration.FieldOperation.AddField;
import nuages.data.migration.FieldOperation.AlterField;
import nuages.data.migration.FieldOperation.RemoveField;
import nuages.data.migration.FieldOperation.RenameField;
import nuages.data.migration.IndexOperation.AddConstraint;
import nuages.data.migration.IndexOperation.AddIndex;
import nuages.data.migration.IndexOperation.AlterConstraint;
import nuages.data.migration.IndexOperation.RemoveConstraint;
import nuages.data.migration.IndexOperation.RemoveIndex;
import nuages.data.migration.IndexOperation.RenameIndex;
import nuages.data.migration.ModelOperation.AlterTable;
import nuages.data.migration.ModelOperation.CreateModel;
import nuages.data.migration.ModelOperation.DeleteModel;
import nuages.data.migration.ModelOperation.RenameModel;
import nuages.data.migration.OtherOperation.RunJava;
import nuages.data.migration.OtherOperation.RunSql;
import nuages.data.migration.OtherOperation.Separate;
import nuages.data.schema.Constraint;
import nuages.data.schema.Index;

/**
 * One change in a migration; made by the methods here, for static import. It says what the models become, and the
 * statements follow from that: those of each kind of database, forwards and backwards. Immutable; threads share it.
 *
 * <p>Models are named as in Java, within the app of the migration; only what a field refers to is named with its app.
 */
public sealed interface Operation permits ModelOperation, FieldOperation, IndexOperation, OtherOperation {
    /** What it does, in a few words: {@code add field votes to Choice}. */
    String describe();

    /**
     * The models after it.
     *
     * @param app the label of the migration's app
     * @throws InvalidMigration if it cannot be done to these models
     */
    ProjectState apply(String app, ProjectState before);

    /** What it gives another name. */
    default Moves moves(String app) {
        return Moves.NONE;
    }

    /** Whether it can be undone. */
    default boolean reversible() {
        return true;
    }

    /** A new model with its table. */
    static CreateModel createModel(String name, FieldState... fields) {
        return CreateModel.of(name, fields);
    }

    /** A model goes, and its table with all its rows. */
    static DeleteModel deleteModel(String name) {
        return new DeleteModel(name);
    }

    /** A model has another name; so has its table, if it was called after it. */
    static RenameModel renameModel(String from, String to) {
        return new RenameModel(from, to);
    }

    /** The table of a model has another name or comment, or belongs to somebody else. */
    static AlterTable alterTable(String model) {
        return AlterTable.of(model);
    }

    /** A new field of a model. */
    static AddField addField(String model, FieldState field) {
        return new AddField(model, field, null);
    }

    /** A field goes, and with it what was in it. */
    static RemoveField removeField(String model, String field) {
        return new RemoveField(model, field, null);
    }

    /** A field becomes another one of the same name. */
    static AlterField alterField(String model, FieldState field) {
        return new AlterField(model, field, null);
    }

    /** A field has another name; so has its column, if it was called after it. */
    static RenameField renameField(String model, String from, String to) {
        return new RenameField(model, from, to);
    }

    /** A new index. */
    static AddIndex addIndex(String model, Index index) {
        return new AddIndex(model, index);
    }

    /** An index goes. */
    static RemoveIndex removeIndex(String model, String name) {
        return new RemoveIndex(model, name);
    }

    /** An index has another name. */
    static RenameIndex renameIndex(String model, String from, String to) {
        return new RenameIndex(model, from, to);
    }

    /** A new constraint, which all rows must fulfil. */
    static AddConstraint addConstraint(String model, Constraint constraint) {
        return new AddConstraint(model, constraint);
    }

    /** A constraint goes. */
    static RemoveConstraint removeConstraint(String model, String name) {
        return new RemoveConstraint(model, name);
    }

    /** A constraint becomes another one of the same name. */
    static AlterConstraint alterConstraint(String model, Constraint constraint) {
        return new AlterConstraint(model, constraint);
    }

    /** Statements, each by itself; say how they are undone by {@link RunSql#backwards}. */
    static RunSql runSql(String... statements) {
        return RunSql.of(statements);
    }

    /** Something in Java; say how it is undone by {@link RunJava#backwards}. */
    static RunJava runJava(JavaStep step) {
        return new RunJava(step, null);
    }

    /** Operations that change the database only, and others that change only what is known of the models. */
    static Separate separate(List<? extends Operation> database, List<? extends Operation> models) {
        return new Separate(List.copyOf(database), List.copyOf(models));
    }
}
