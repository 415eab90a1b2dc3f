namespace GovAccountConsole.Domain.Reviews;

/// <summary>
/// 把关项: the usual entries of a checklist, as stable words. The five gates are 政治关, 法律关, 政策关, 保密关, 文字关 (分级分类审核、先审后发, rules.md R1);
/// the others are what 初审 and 复审 look at (rules.md R2).
/// </summary>
public static class Gate
{
    /// <summary>政治关.</summary>
    public const string Political = "political";

    /// <summary>法律关.</summary>
    public const string Legal = "legal";

    /// <summary>政策关.</summary>
    public const string Policy = "policy";

    /// <summary>保密关.</summary>
    public const string Secrecy = "secrecy";

    /// <summary>文字关.</summary>
    public const string Wording = "wording";

    /// <summary>Names, titles, dates, numbers and telephone numbers agree with their source.</summary>
    public const string Details = "details";

    /// <summary>Cover, pictures and captions belong to the text and may be used.</summary>
    public const string Pictures = "pictures";

    /// <summary>The facts are checked with whoever is in charge of the matter.</summary>
    public const string Facts = "facts";

    /// <summary>The document or law it rests on is in force and cited rightly.</summary>
    public const string Basis = "basis";

    /// <summary>Official form: who issues it, with which title, at which time.</summary>
    public const string Form = "form";

    /// <summary>The five gates of the last step.</summary>
    public static IReadOnlyList<string> Five { get; } = [Political, Legal, Policy, Secrecy, Wording];

    /// <summary>Every usual entry.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Five, Details, Pictures, Facts, Basis, Form];
}
