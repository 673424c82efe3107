/** Holds the documentation to the product: what the pages in docs/ and the README say is tried. */
package io.github.bedrocksql.docs;
