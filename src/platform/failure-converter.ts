// Failure messages and stack traces go through the codec too; only a failure's type stays in clear, so types are codes.
// This one module is given to the client, to the worker and to the workflow bundle: the bundle ignores the worker's setting, and
// without it the failures of workflows would stand in history in clear.
// Note that it changes a failure that it has encoded: whoever catches one and throws it again must wrap it in a new ApplicationFailure.
import { DefaultFailureConverter } from '@temporalio/common';

export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
