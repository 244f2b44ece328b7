/** The 360-degree view and the timeline, to which every module contributes. */
@NullMarked
package io.crmkit.api.view;

import org.jspecify.annotations.NullMarked;
