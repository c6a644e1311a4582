// SPDX-License-Identifier: Apache-2.0

/** One review, as statemachines/airlock.asl.json waits for it. */
export const reviewDefinition = {
  QueryLanguage: 'JSONata',
  StartAt: 'AwaitReview',
  States: {
    AwaitReview: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      TimeoutSeconds: '{% $states.context.Execution.Input.review[0] %}',
      Arguments: {
        FunctionName: 'OpenReview',
        Payload: {
          caseId: '{% $states.context.Execution.Input.caseId %}',
          token: '{% $states.context.Task.Token %}',
        },
      },
      Assign: { decision: '{% $states.result.decision %}' },
      Next: 'Decided',
    },
    Decided: {
      Type: 'Choice',
      Choices: [{ Condition: "{% $decision = 'approve' %}", Next: 'Approved' }],
      Default: 'Refused',
    },
    Approved: { Type: 'Succeed' },
    Refused: { Type: 'Fail', Error: 'Refused' },
  },
};
