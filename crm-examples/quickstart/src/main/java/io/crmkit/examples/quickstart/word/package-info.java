/** Sample files for the proposal, made by code: two Word files and a picture. */
@NullMarked
package io.crmkit.examples.quickstart.word;

import org.jspecify.annotations.NullMarked;
