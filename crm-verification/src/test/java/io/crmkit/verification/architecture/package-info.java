/** The walls between the modules, checked over built classes. */
@NullMarked
package io.crmkit.verification.architecture;

import org.jspecify.annotations.NullMarked;
