package hongyan.service.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that touches the service's database. It runs twice: on SQLite with all others, then on
 * PostgreSQL with the system property {@code hongyan.test.database=postgresql} (see the pom).
 */
@Tag("service-database")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OnBothDatabases {}
