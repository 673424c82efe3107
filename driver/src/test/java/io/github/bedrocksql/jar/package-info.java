/**
 * The self-contained jar: what is in it, and that it does all that the ordinary class path does. It
 * is shrunk, so a class or a method that is found by name only may be missing; nothing but running
 * it tells.
 *
 * <p>{@code JarDriverExtension} makes any test of the driver one of the jar. A test here names no
 * class of the driver.
 */
package io.github.bedrocksql.jar;
