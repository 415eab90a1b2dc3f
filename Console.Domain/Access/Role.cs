namespace GovAccountConsole.Domain.Access;

/// <summary>What a person is trusted with, for one agency and all agencies below it.</summary>
public enum Role
{
    /// <summary>编辑: writes, submits, schedules and publishes an agency's posts.</summary>
    Editor,

    /// <summary>审核员: first review (初审).</summary>
    Reviewer,

    /// <summary>审核负责人: second review (复审); may also schedule and recall.</summary>
    FinalReviewer,

    /// <summary>客服: answers citizens.</summary>
    Responder,

    /// <summary>督导: oversees, gives the final review (终审), suspends and stops.</summary>
    Supervisor,

    /// <summary>管理员: accounts, agencies, people.</summary>
    Administrator,

    /// <summary>审计员: reads everything, changes nothing.</summary>
    Auditor,
}
