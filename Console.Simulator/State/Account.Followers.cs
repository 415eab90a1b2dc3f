using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GovAccountConsole.Simulator.State;

/// <summary>
/// Followers are not stored one by one: their OpenIDs are computed from a number, so that an account may have a million of them.
/// Only those who came or left through an event are kept.
/// </summary>
internal sealed partial class Account
{
    private const int PrefixLength = 17;
    private string? _openIdPrefix;

    public HashSet<string> NewFollowers { get; set; } = new(StringComparer.Ordinal);
    public HashSet<string> LostFollowers { get; set; } = new(StringComparer.Ordinal);

    private string OpenIdPrefix => _openIdPrefix ??=
        "o" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(AppId))).Replace('+', '-').Replace('/', '_')[..(PrefixLength - 1)];

    public string FollowerId(int number) => string.Create(CultureInfo.InvariantCulture, $"{OpenIdPrefix}_{number:D10}");

    public IEnumerable<string> FollowerIds() =>
        Enumerable.Range(0, Settings.Followers).Select(FollowerId).Where(openId => !LostFollowers.Contains(openId)).Concat(NewFollowers.Order(StringComparer.Ordinal));

    public bool IsFollower(string openId) => NewFollowers.Contains(openId) || (IsComputed(openId) && !LostFollowers.Contains(openId));

    public void AddFollower(string openId)
    {
        LostFollowers.Remove(openId);
        if (!IsComputed(openId))
        {
            NewFollowers.Add(openId);
        }
    }

    public void RemoveFollower(string openId)
    {
        NewFollowers.Remove(openId);
        if (IsComputed(openId))
        {
            LostFollowers.Add(openId);
        }
    }

    private bool IsComputed(string openId) =>
        openId.Length == PrefixLength + 11 && openId.StartsWith(OpenIdPrefix, StringComparison.Ordinal)
        && int.TryParse(openId.AsSpan(PrefixLength + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < Settings.Followers;
}
