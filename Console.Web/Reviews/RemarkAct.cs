namespace GovAccountConsole.Web.Reviews;

/// <summary>What can be done about a remark.</summary>
public enum RemarkAct
{
    /// <summary>回复.</summary>
    Reply,

    /// <summary>已改.</summary>
    Mend,

    /// <summary>标为已解决.</summary>
    Settle,

    /// <summary>重新打开.</summary>
    Reopen,
}
