package nuages.data.migration.run;

import static nuages.data.migration.Fields.bigint;
import static nuages.data.migration.Fields.id;
import static nuages.data.migration.Fields.integer;
import static nuages.data.migration.Fields.manyToMany;
import static nuages.data.migration.Fields.reference;
import static nuages.data.migration.Fields.varchar;
import static nuages.data.migration.Operation.addConstraint;
import static nuages.data.migration.Operation.addField;
import static nuages.data.migration.Operation.addIndex;
import static nuages.data.migration.Operation.alterConstraint;
import static nuages.data.migration.Operation.alterField;
import static nuages.data.migration.Operation.alterTable;
import static nuages.data.migration.Operation.createModel;
import static nuages.data.migration.Operation.deleteModel;
import static nuages.data.migration.Operation.removeConstraint;
import static nuages.data.migration.Operation.removeField;
import static nuages.data.migration.Operation.removeIndex;
import static nuages.data.migration.Operation.renameField;
import static nuages.data.migration.Operation.renameIndex;
import static nuages.data.migration.Operation.renameModel;
import static nuages.data.migration.Operation.runJava;
import static nuages.data.migration.Operation.runSql;
import static nuages.data.migration.Operation.separate;

import java.util.List;
import nuages.data.migration.Operation;
import nuages.data.migration.OtherOperation.RunJava;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;

/** Each kind of operation, as something done to the same three models. */
@SuppressWarnings("ImmutableEnumChecker") // operations are immutable, which the compiler is not told
enum EachOperation {
    CREATE_MODEL(createModel("Voter", id(), reference("poll", "polls.Poll"), manyToMany("tags", "polls.Tag"))),
    DELETE_MODEL(deleteModel("Empty")),
    RENAME_MODEL(renameModel("Poll", "Question")),
    ALTER_TABLE(alterTable("Poll").table("questions").comment("all of them")),
    ADD_FIELD(addField("Poll", integer("votes")).filledWith("7")),
    ADD_LINK(addField("Poll", manyToMany("tags", "polls.Tag"))),
    REMOVE_FIELD(removeField("Tag", "rank")),
    ALTER_FIELD(alterField("Poll", bigint("total").positive().withIndex())),
    ALTER_KEY(alterField("Poll", integer("id").asKey())),
    RENAME_FIELD(renameField("Tag", "poll", "of")),
    ADD_INDEX(addIndex("Poll", Index.of("by_text", "text"))),
    REMOVE_INDEX(removeIndex("Poll", "by_total")),
    RENAME_INDEX(renameIndex("Poll", "by_total", "poll_total")),
    ADD_CONSTRAINT(addConstraint("Poll", Unique.of("once", "text", "total"))),
    REMOVE_CONSTRAINT(removeConstraint("Poll", "some")),
    ALTER_CONSTRAINT(alterConstraint("Poll", new Check("some", "total > -9"))),
    RUN_SQL(runSql("update polls_poll set total = total + 1", "update polls_poll set text = upper(text)")
            .backwards("update polls_poll set total = total - 1", "update polls_poll set text = lower(text)")),
    RUN_SQL_THAT_CHANGES_TABLES(runSql("create table extra (id integer)").backwards("drop table extra")),
    RUN_JAVA(counting()),
    SEPARATE(separate(
            List.of(
                    renameModel("Tag", "Label"),
                    addField("Poll", integer("votes").nullable())),
            List.of(
                    renameModel("Tag", "Label"),
                    addField("Poll", integer("votes").nullable()))));

    final Operation operation;

    EachOperation(Operation operation) {
        this.operation = operation;
    }

    private static RunJava counting() {
        return runJava((database, _) ->
                        database.sql("update polls_poll set total = total + 1").update())
                .backwards((database, _) ->
                        database.sql("update polls_poll set total = total - 1").update());
    }

    /** The models, with rows in their tables. */
    static void prepare(Place place) {
        place.with(
                "0001_initial",
                createModel("Poll", id(), varchar("text", 20), integer("total")),
                createModel(
                        "Tag", id(), varchar("name", 20), integer("rank").nullable(), reference("poll", "polls.Poll")),
                createModel("Empty", id(), reference("tag", "polls.Tag")),
                addIndex("Poll", Index.of("by_total", "total")),
                addConstraint("Poll", new Check("some", "total > -5")));
        place.migrate();
        place.run(
                "insert into polls_poll (text, total) values ('a', 1)",
                "insert into polls_poll (text, total) values ('b', 2)",
                "insert into polls_tag (name, poll_id) values ('x', 2)");
    }
}
