// SPDX-License-Identifier: Apache-2.0

/** `anthropic.claude-…`, `us.anthropic.claude-…`, or the ARN of an inference profile. */
export const bedrockId =
  /^(?:arn:aws[\w-]*:bedrock:[\w:/.-]{1,200}|(?:[a-z]{2,8}\.)?[a-z0-9]{2,20}\.[a-z][\w:.-]{1,120})$/;
