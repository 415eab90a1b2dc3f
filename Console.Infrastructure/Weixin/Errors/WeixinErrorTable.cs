namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>
/// The platform's error codes (reference §12): what each means for the engine, who can mend it, and which sentence to show. The engine acts
/// by this table and knows no codes of its own.
/// </summary>
internal static class WeixinErrorTable
{
    /// <summary>One range of codes per row; texts are keyed by the first code of a group.</summary>
    public static IReadOnlyList<Row> Rows { get; } =
    [
        new(WeixinErrors.NotInClient, WeixinErrors.NotInClient, RetryKind.Never, "client-lacks-field"),
        new(-1, -1, RetryKind.Soon, "weixin-busy") { Meaning = ErrorMeaning.Busy },
        new(40001, 40001, RetryKind.FreshToken, "weixin-40001") { At = [new(WeixinPaths.StableToken, RetryKind.Person) { Check = "appSecret" }] },
        new(40002, 40002, RetryKind.Never, "weixin-40002"),
        new(40003, 40003, RetryKind.Never, "weixin-40003"),
        new(40004, 40004, RetryKind.Never, "weixin-40004"),
        new(40005, 40005, RetryKind.Never, "weixin-40005"),
        new(40006, 40006, RetryKind.Never, "weixin-40006"),
        new(40007, 40007, RetryKind.Never, "weixin-40007") { Meaning = ErrorMeaning.Gone },
        new(40008, 40008, RetryKind.Never, "weixin-40008"),
        new(40009, 40009, RetryKind.Never, "weixin-40009"),
        new(40013, 40013, RetryKind.Person, "weixin-40013") { Check = "appId" },
        new(40014, 40014, RetryKind.FreshToken, "weixin-40014"),
        new(40016, 40027, RetryKind.Never, "weixin-40016"),
        new(40033, 40033, RetryKind.Never, "weixin-40033"),
        new(40035, 40035, RetryKind.Never, "weixin-40035"),
        new(40054, 40054, RetryKind.Never, "weixin-40054"),
        new(40055, 40055, RetryKind.Never, "weixin-40054"),
        new(40059, 40059, RetryKind.Never, "weixin-40059"),
        new(40060, 40060, RetryKind.Never, "weixin-40059"),
        new(40114, 40114, RetryKind.Never, "weixin-40114"),
        new(40118, 40118, RetryKind.Never, "weixin-40118"),
        new(40121, 40121, RetryKind.Never, "weixin-40118"),
        new(40125, 40125, RetryKind.Person, "weixin-40125") { Check = "appSecret" },
        new(40130, 40130, RetryKind.Never, "weixin-40130"),
        new(40137, 40137, RetryKind.Never, "weixin-40137"),
        new(40152, 40152, RetryKind.Never, "weixin-40152"),
        new(40155, 40155, RetryKind.Never, "weixin-40155") { Mend = Mend.Edit },
        new(40164, 40164, RetryKind.Person, "weixin-40164") { Check = "ipAllowList" },
        new(40243, 40243, RetryKind.Person, "weixin-40243") { Check = "appSecret" },
        new(41001, 41001, RetryKind.Never, "weixin-41001"),
        new(41002, 41002, RetryKind.Never, "weixin-41001"),
        new(41004, 41004, RetryKind.Person, "weixin-41001") { Check = "appSecret" },
        new(41039, 41039, RetryKind.Never, "weixin-41039") { Mend = Mend.Edit },
        new(41040, 41040, RetryKind.Never, "weixin-41040") { Mend = Mend.Edit },
        new(42001, 42001, RetryKind.FreshToken, "weixin-42001"),
        new(42010, 42010, RetryKind.Later, "weixin-42010"),
        new(43002, 43002, RetryKind.Never, "weixin-43002"),
        new(43004, 43004, RetryKind.Never, "weixin-43004"),
        new(43019, 43019, RetryKind.Never, "weixin-43019"),
        new(44002, 44002, RetryKind.Never, "weixin-44002") { Mend = Mend.Edit },
        new(44003, 44003, RetryKind.Never, "weixin-44002") { Mend = Mend.Edit },
        new(44004, 44004, RetryKind.Never, "weixin-44002") { Mend = Mend.Edit },
        new(45001, 45001, RetryKind.Never, "weixin-45001"),
        new(45002, 45002, RetryKind.Never, "weixin-45002") { Mend = Mend.Edit },
        new(45003, 45003, RetryKind.Never, "weixin-45003") { Mend = Mend.Edit },
        new(45004, 45004, RetryKind.Never, "weixin-45004") { Mend = Mend.Edit },
        new(45005, 45005, RetryKind.Never, "weixin-45005") { Mend = Mend.Edit },
        new(45008, 45008, RetryKind.Never, "weixin-45008") { Mend = Mend.Edit },
        new(45009, 45009, RetryKind.NextPeriod, "weixin-45009") { Meaning = ErrorMeaning.DayUsedUp },
        new(45011, 45011, RetryKind.Soon, "weixin-45011"),
        new(45015, 45015, RetryKind.Never, "weixin-45015"),
        new(45028, 45028, RetryKind.NextPeriod, "weixin-45028"),
        new(45047, 45047, RetryKind.Never, "weixin-45047"),
        new(45056, 45059, RetryKind.Never, "weixin-45056"),
        new(45062, 45062, RetryKind.Never, "weixin-45062"),
        new(45065, 45065, RetryKind.Never, "weixin-45065") { Meaning = ErrorMeaning.AlreadyAccepted, Mend = Mend.Look },
        new(45066, 45066, RetryKind.Soon, "weixin-45066"),
        new(45067, 45067, RetryKind.Never, "weixin-45067"),
        new(45083, 45083, RetryKind.Never, "weixin-45083"),
        new(45084, 45084, RetryKind.Never, "weixin-45083"),
        new(45110, 45110, RetryKind.Never, "weixin-45110") { Mend = Mend.Edit },
        new(45113, 45113, RetryKind.Never, "weixin-45113"),
        new(45166, 45166, RetryKind.Never, "weixin-45166") { Mend = Mend.Edit },
        new(47001, 47001, RetryKind.Never, "weixin-47001"),
        new(48001, 48001, RetryKind.Person, "weixin-48001") { Check = "permissions" },
        new(48002, 48002, RetryKind.Never, "weixin-48002"),
        new(48003, 48003, RetryKind.Person, "weixin-48003") { Check = "permissions" },
        new(48004, 48004, RetryKind.Person, "weixin-48004") { Check = "permissions" },
        new(48005, 48005, RetryKind.Never, "weixin-48005"),
        new(48006, 48006, RetryKind.Never, "weixin-48006"),
        new(48008, 48008, RetryKind.Never, "weixin-48008"),
        new(48021, 48021, RetryKind.Never, "weixin-48021"),
        new(48022, 48022, RetryKind.Never, "weixin-48022"),
        new(50002, 50002, RetryKind.Person, "weixin-50002") { Check = "permissions" },
        new(50004, 50004, RetryKind.Person, "weixin-50004") { Check = "appSecret" },
        new(50007, 50007, RetryKind.Person, "weixin-50004") { Check = "appSecret" },
        new(53404, 53406, RetryKind.Never, "weixin-53404"),
        new(53500, 53500, RetryKind.Person, "weixin-53500") { Check = "permissions" },
        new(53501, 53501, RetryKind.Later, "weixin-53501"),
        new(53502, 53502, RetryKind.Never, "weixin-53502") { Meaning = ErrorMeaning.Gone },
        new(53503, 53503, RetryKind.Never, "weixin-53503") { Mend = Mend.Edit },
        new(53504, 53504, RetryKind.Never, "weixin-53504"),
        new(53505, 53505, RetryKind.Never, "weixin-53505"),
        new(53600, 53600, RetryKind.Never, "weixin-53600") { Meaning = ErrorMeaning.Gone },
        new(61003, 61003, RetryKind.Person, "weixin-61003") { Check = "permissions" },
        new(61007, 61007, RetryKind.Person, "weixin-61003") { Check = "permissions" },
        new(61004, 61004, RetryKind.Person, "weixin-61004") { Check = "ipAllowList" },
        new(61005, 61005, RetryKind.Later, "weixin-61005"),
        new(61006, 61006, RetryKind.Later, "weixin-61005"),
        new(61014, 61014, RetryKind.Never, "weixin-61014"),
        new(61023, 61023, RetryKind.Person, "weixin-61023") { Check = "permissions" },
        new(61500, 61500, RetryKind.Never, "weixin-61500"),
        new(61501, 61501, RetryKind.Never, "weixin-61500"),
        new(61503, 61503, RetryKind.NextPeriod, "weixin-61503"),
        new(65400, 65417, RetryKind.Never, "weixin-65400"),
        new(70000, 70000, RetryKind.Never, "weixin-70000"),
        new(88000, 88000, RetryKind.Never, "weixin-88000"),
        new(88001, 88001, RetryKind.Never, "weixin-88001") { Meaning = ErrorMeaning.Gone },
        new(88002, 88002, RetryKind.Never, "weixin-88002"),
        new(88003, 88003, RetryKind.Never, "weixin-88003"),
        new(88004, 88004, RetryKind.Never, "weixin-88004"),
        new(88008, 88008, RetryKind.Never, "weixin-88004"),
        new(88005, 88005, RetryKind.Never, "weixin-88005"),
        new(88007, 88007, RetryKind.Never, "weixin-88007"),
        new(88010, 88010, RetryKind.Never, "weixin-88010"),
        new(89501, 89501, RetryKind.Person, "weixin-89503") { Check = "ipAllowList" },
        new(89503, 89503, RetryKind.Person, "weixin-89503") { Check = "ipAllowList" },
        new(89504, 89504, RetryKind.Later, "weixin-89504") { Meaning = ErrorMeaning.AwaitsAdmin, Mend = Mend.Admin },
        new(89505, 89505, RetryKind.Later, "weixin-89504") { Meaning = ErrorMeaning.AwaitsAdmin, Mend = Mend.Admin },
        new(89506, 89506, RetryKind.Person, "weixin-89506") { Check = "ipAllowList" },
        new(89507, 89507, RetryKind.Person, "weixin-89506") { Check = "ipAllowList" },
        new(268487001, 268487001, RetryKind.Soon, "weixin-268487001") { Meaning = ErrorMeaning.Busy },
        new(268487002, 268487002, RetryKind.Soon, "weixin-268487001") { Meaning = ErrorMeaning.Busy },
        new(268488001, 268488001, RetryKind.Later, "weixin-268487001"),
    ];

    /// <summary>A range of codes.</summary>
    internal sealed record Row(int First, int Last, RetryKind Retry, string TextKey)
    {
        /// <summary>What the code says beside "no".</summary>
        public ErrorMeaning Meaning { get; init; }

        /// <summary>What a person does about it; by default what <see cref="Retry"/> suggests.</summary>
        public Mend? Mend { get; init; }

        /// <summary>The line of the account's live test that the code fails; null when the account is not to blame.</summary>
        public string? Check { get; init; }

        /// <summary>Interfaces where it means something else.</summary>
        public IReadOnlyList<Reading> At { get; init; } = [];
    }

    /// <summary>Another reading of a code at one interface.</summary>
    internal sealed record Reading(string Path, RetryKind Retry)
    {
        /// <summary>The line of the account's live test that the code fails there.</summary>
        public string? Check { get; init; }
    }
}
