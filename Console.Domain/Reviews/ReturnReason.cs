namespace GovAccountConsole.Domain.Reviews;

/// <summary>退回原因: the list a reviewer chooses from, as stable words; what is particular stands in the remark.</summary>
public static class ReturnReason
{
    /// <summary>Anything else; needs words of its own.</summary>
    public const string Other = "other";

    /// <summary>
    /// 事实不准, 依据不足, 表述不当, 错别字, 涉个人信息, 涉密风险, 图片问题, 不通俗, 时机不宜, 其他; in the order they are offered.
    /// </summary>
    public static IReadOnlyList<string> All { get; } = ["facts", "basis", "phrasing", "typos", "personal", "secrecy", "pictures", "plain", "timing", Other];
}
