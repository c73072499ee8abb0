package nuages.data.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the annotation processor looks for. Models inherit it, so that they carry none. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@interface Mapped {}
