/** The one query language: a small sealed algebra over declared, typed attributes. */
@NullMarked
package io.crmkit.api.criteria;

import org.jspecify.annotations.NullMarked;
