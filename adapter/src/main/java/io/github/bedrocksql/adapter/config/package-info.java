/**
 * Connection properties: their names, defaults and checks, and what a misspelt name was meant to
 * be. Nothing here opens, calls or plans; it must not depend on any other package of the adapter.
 */
package io.github.bedrocksql.adapter.config;
