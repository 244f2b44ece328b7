/** What contracts and warranties cover, with the installed base and the service domain together. */
@NullMarked
package io.crmkit.verification.cover;

import org.jspecify.annotations.NullMarked;
