namespace GovAccountConsole.Infrastructure.Data.Seeding.Scale;

/// <summary>How big a load-test matrix is. Agencies follow from the accounts: five accounts each, as in the country's figures.</summary>
/// <param name="Accounts">Official accounts.</param>
/// <param name="Posts">Posts.</param>
public sealed record ScaleSize(int Accounts, int Posts)
{
    private const int AccountsPerAgency = 5;
    private const int SmallestTree = 60;
    private const int MostDistricts = 30;
    private const int AgenciesPerDistrict = 400;

    /// <summary>Bodies in the tree, the top included.</summary>
    public int Agencies => Math.Max(SmallestTree, Accounts / AccountsPerAgency);

    /// <summary>Districts below the top.</summary>
    public int Districts => Math.Clamp(Agencies / AgenciesPerDistrict, 4, MostDistricts);
}
