/**
 * Connection properties: their names, defaults and checks. Nothing here opens, calls or plans; it
 * must not depend on any other package of the adapter but {@code error}.
 */
package io.github.bedrocksql.adapter.config;
