package nuages.project.command;

/**
 * A setting that was read, and where it comes from. What is secret is hidden in it.
 *
 * @param name the variable it is read from
 * @param value its text
 * @param source where it was set, such as {@code environment}, {@code .env line 3} or {@code Site.java:12}
 * @param standard whether it is the framework's own choice
 */
public record SetValue(String name, String value, String source, boolean standard) {}
