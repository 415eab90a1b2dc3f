using System.Text.Json.Nodes;

namespace GovAccountConsole.Benchmarks.Chaos;

/// <summary>One kind of fault: what the simulated platform is told, under a name for the report.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Order">The fault as its interface takes it.</param>
internal sealed record ChaosFault(string Name, JsonObject Order)
{
    private const string Submit = "/cgi-bin/freepublish/submit";
    private const string SendAll = "/cgi-bin/message/mass/sendall";
    private const string DraftAdd = "/cgi-bin/draft/add";
    private const string Finished = "*JOBFINISH";

    // Answers that end a delivery or make it wait for somebody; each comes seldom.
    private static readonly int[] _submitCodes = [40007, 45009, 48001, 50002, 53503, 53504, 53505, 61004];
    private static readonly int[] _sendCodes = [45009, 45028, 45065, 45066, 48001, 48003, 89503, 40164];

    /// <summary>All kinds the platform knows, each with a chance and a seed of its own.</summary>
    public static IReadOnlyList<ChaosFault> Draw(Random random, TimeSpan trouble)
    {
        // Long enough to outlast a lease in a long run, short enough for a short one.
        var slow = (int)Math.Clamp(trouble.TotalMilliseconds / 8, 1500, 12_000);
        return
        [
            On("submit: cut after", Submit, 0.10, new() { ["cut"] = "after" }),
            On("submit: cut before", Submit, 0.06, new() { ["cut"] = "before" }),
            On("push: cut after", SendAll, 0.10, new() { ["cut"] = "after" }),
            On("push: cut before", SendAll, 0.06, new() { ["cut"] = "before" }),
            On("submit: errcode", Submit, 0.03, new() { ["errcode"] = _submitCodes[random.Next(_submitCodes.Length)] }),
            On("push: errcode", SendAll, 0.03, new() { ["errcode"] = _sendCodes[random.Next(_sendCodes.Length)] }),
            On("submit: review or originality", Submit, 0.04, new() { ["outcome"] = (2 + random.Next(3)).ToString(System.Globalization.CultureInfo.InvariantCulture) }),
            On("push: ends badly", SendAll, 0.04, new() { ["outcome"] = random.Next(2) == 0 ? "err(20001)" : "err(30003)" }),
            On("submit: altered", Submit, 0.03, new() { ["alter"] = true }),
            On("push: altered", SendAll, 0.03, new() { ["alter"] = true }),
            On("push: administrator", SendAll, 0.08, new() { ["confirm"] = true }),
            On("submit: slow", Submit, 0.05, new() { ["delayMs"] = slow }),
            On("push: slow", SendAll, 0.05, new() { ["delayMs"] = slow }),
            On("submit: 5xx", Submit, 0.04, new() { ["httpStatus"] = 502 }),
            On("push: 5xx", SendAll, 0.04, new() { ["httpStatus"] = 504 }),
            On("draft: cut after", DraftAdd, 0.06, new() { ["cut"] = "after" }),
            On("draft: cut before", DraftAdd, 0.04, new() { ["cut"] = "before" }),
            On("material: cut", "/cgi-bin/material/*", 0.05, new() { ["cut"] = "after" }),
            On("look-up: cut", "/cgi-bin/freepublish/*et", 0.05, new() { ["cut"] = "before" }),
            On("token: expired", "/cgi-bin/draft/*", 0.04, new() { ["token"] = "expire" }),
            On("token: replaced", "/cgi-bin/freepublish/*", 0.03, new() { ["token"] = "invalidate" }),
            On("token: address not allowed", "/cgi-bin/stable_token", 0.02, new() { ["errcode"] = 40164 }),
            On("token: 5xx", "/cgi-bin/stable_token", 0.05, new() { ["httpStatus"] = 500 }),
            On("any: busy", "/*", 0.03, new() { ["errcode"] = -1 }),
            On("any: too often", "/*", 0.01, new() { ["errcode"] = 45011 }),
            On("any: 5xx", "/*", 0.02, new() { ["httpStatus"] = 503 }),
            On("any: slow", "/*", 0.05, new() { ["delayMs"] = 1000 }),
            About("event: lost", 0.12, new() { ["push"] = "drop" }),
            About("event: twice", 0.10, new() { ["push"] = "duplicate" }),
            About("event: held back", 0.04, new() { ["push"] = "hold" }),
            About("event: late", 0.12, new() { ["delayMs"] = slow }),
        ];

        ChaosFault On(string name, string path, double chance, JsonObject effect) => Make(name, "path", path, chance, effect);

        ChaosFault About(string name, double chance, JsonObject effect) => Make(name, "event", Finished, chance, effect);

        ChaosFault Make(string name, string whom, string subject, double chance, JsonObject effect)
        {
            effect[whom] = subject;
            effect["note"] = name;
            effect["seed"] = random.Next(1, 1_000_000);
            // Half to one and a half of the usual chance: every seed is another sort of bad day.
            effect["probability"] = Math.Round(chance * (0.5 + random.NextDouble()), 4);
            return new(name, effect);
        }
    }
}
