module.exports = () => "throw new Error('a policy was loaded into the workflow');";
