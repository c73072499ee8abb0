package nuages.project.develop;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.attribute.EnclosingMethodAttribute;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a class file shows to those that were compiled with it, and which classes it names. */
final class Outline {
    private static final ClassFile FORMAT = ClassFile.of(
            ClassFile.ConstantPoolSharingOption.NEW_POOL,
            ClassFile.DebugElementsOption.DROP_DEBUG,
            ClassFile.LineNumbersOption.DROP_LINE_NUMBERS);

    private Outline() {}

    /** Whether two class files show the same: code, and what is private in it, does not count. */
    static boolean same(byte[] one, byte[] other) {
        return Arrays.equals(shown(FORMAT.parse(one)), shown(FORMAT.parse(other)));
    }

    /** Whether they show the same constants, which compilers write into the classes that use them, without a name. */
    static boolean sameConstants(byte[] one, byte[] other) {
        return constants(FORMAT.parse(one)).equals(constants(FORMAT.parse(other)));
    }

    /** Whether nobody outside of its source can name a class. */
    static boolean local(byte[] file) {
        return FORMAT.parse(file).findAttribute(Attributes.enclosingMethod()).isPresent();
    }

    private static byte[] shown(ClassModel model) {
        return FORMAT.transformClass(model, (builder, element) -> show(model, builder, element));
    }

    private static void show(ClassModel model, ClassBuilder builder, ClassElement element) {
        switch (element) {
            case MethodModel method -> {
                if (!method.flags().has(AccessFlag.PRIVATE)) {
                    builder.transformMethod(method, MethodTransform.dropping(CodeModel.class::isInstance));
                }
            }
            case FieldModel field -> {
                if (!hidden(field)) {
                    builder.with(field);
                }
            }
            case InnerClassesAttribute inner -> {
                var own = inner.classes().stream()
                        .filter(it -> concerns(model, it))
                        .toList();
                if (!own.isEmpty()) {
                    builder.with(InnerClassesAttribute.of(own));
                }
            }
            case SourceFileAttribute _, NestMembersAttribute _, EnclosingMethodAttribute _ -> {}
            default -> builder.with(element);
        }
    }

    private static boolean concerns(ClassModel model, InnerClassInfo inner) {
        var own = model.thisClass().asInternalName();
        var name = inner.innerClass().asInternalName();
        return inner.outerClass().isPresent() && (name.equals(own) || name.startsWith(own + "$"));
    }

    private static boolean hidden(FieldModel field) {
        return field.flags().has(AccessFlag.PRIVATE) && field.flags().has(AccessFlag.STATIC);
    }

    private static Map<String, Object> constants(ClassModel model) {
        var found = new HashMap<String, Object>();
        for (var field : model.fields()) {
            if (!hidden(field)) {
                field.findAttribute(Attributes.constantValue())
                        .map(ConstantValueAttribute::constant)
                        .ifPresent(it -> found.put(field.fieldName().stringValue(), it.constantValue()));
            }
        }
        return found;
    }

    /** Which of these classes a class file names: in its code, its signatures, or anywhere. */
    static Set<String> named(byte[] file, Set<String> classes) {
        var found = new HashSet<String>();
        for (var entry : FORMAT.parse(file).constantPool()) {
            if (entry instanceof Utf8Entry text) {
                names(text.stringValue(), name -> {
                    if (classes.contains(name)) {
                        found.add(name);
                    }
                });
            }
        }
        return found;
    }

    /** Whatever may be the name of a class in a descriptor, a signature, or by itself. */
    private static void names(String text, Consumer<String> name) {
        name.accept(text);
        for (int at = text.indexOf('L'); at >= 0; at = text.indexOf('L', at + 1)) {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) != ';' && text.charAt(end) != '<') {
                end++;
            }
            if (end == text.length()) {
                return;
            }
            name.accept(text.substring(at + 1, end));
        }
    }
}
