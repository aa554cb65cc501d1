package io.holdfast.service.kernel.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What one needs to be allowed for a route. A route without it and without {@link Open} is closed to everybody. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allows {

    /** The permission; on a method it takes the place of the one on its class. */
    Permission value();

    /** Whether a role that holds in one unit only is not enough, because the whole organisation is touched. */
    boolean everywhere() default false;
}
