package nuages.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/**
 * References to many, by way of a table between two models.
 *
 * @param name the name of the method that answers with them
 * @param target the other model
 * @param table the name of the table
 * @param link the table, as code
 */
record LinkShape(String name, ClassName target, String table, CodeBlock link) {
    /** The constant, with how it is made. */
    FieldSpec.Builder constant(TypeName model) {
        return FieldSpec.builder(ParameterizedTypeName.get(Api.MANY_TO_MANY_FIELD, model, target), name)
                .addJavadoc("Table {@code $L}.", table);
    }
}
