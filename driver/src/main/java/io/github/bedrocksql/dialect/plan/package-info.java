/**
 * Plans that are made once: what of a plan can be used again, for which statements, and where.
 * Nothing of an execution enters, such as its parameters, its clock or its connection; what SQL
 * means is decided in the package above.
 */
package io.github.bedrocksql.dialect.plan;
