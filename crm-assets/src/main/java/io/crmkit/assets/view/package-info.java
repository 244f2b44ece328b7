/** What the module tells of a customer: timeline, view, merge fields. */
@NullMarked
package io.crmkit.assets.view;

import org.jspecify.annotations.NullMarked;
