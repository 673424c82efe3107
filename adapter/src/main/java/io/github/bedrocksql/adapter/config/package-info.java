/**
 * Connection properties: their names, defaults and checks, what a misspelt name was meant to be,
 * and how the text of others stands in a message. Nothing here opens, calls or plans; it must not
 * depend on any other package of the adapter.
 */
package io.github.bedrocksql.adapter.config;
